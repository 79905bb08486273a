# From forms/screens/answer_proof.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What came of the demand.

################################################################################
## Form generated from reading UI file 'answer_proof.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_AnswerProofForm(object):
    def setupUi(self, AnswerProofForm):
        if not AnswerProofForm.objectName():
            AnswerProofForm.setObjectName(u"AnswerProofForm")
        self.grid = QGridLayout(AnswerProofForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.result_row = RadioRow(AnswerProofForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)

        self.grid.addWidget(self.result_row, 0, 0, 1, 2)

        self.on_row = DayRow(AnswerProofForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(AnswerProofForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.note_row = TallRow(AnswerProofForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(3)

        self.grid.addWidget(self.note_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AnswerProofForm)

        QMetaObject.connectSlotsByName(AnswerProofForm)
    # setupUi

    def retranslateUi(self, AnswerProofForm):
        self.result_row.setCaption(QCoreApplication.translate("AnswerProofForm", u"\u6838\u9a8c\u7ed3\u679c", None))
        self.on_row.setCaption(QCoreApplication.translate("AnswerProofForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("AnswerProofForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("AnswerProofForm", u"\u7ecf\u8fc7\u548c\u4f9d\u636e", None))
        pass
    # retranslateUi
