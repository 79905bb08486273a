# From forms/screens/decline_confirmation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The sides see no need for confirmation.

################################################################################
## Form generated from reading UI file 'decline_confirmation.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_DeclineConfirmationForm(object):
    def setupUi(self, DeclineConfirmationForm):
        if not DeclineConfirmationForm.objectName():
            DeclineConfirmationForm.setObjectName(u"DeclineConfirmationForm")
        self.grid = QGridLayout(DeclineConfirmationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(DeclineConfirmationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.by_row = TextRow(DeclineConfirmationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 0, 1, 1, 1)

        self.note_row = TallRow(DeclineConfirmationForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(2000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DeclineConfirmationForm)

        QMetaObject.connectSlotsByName(DeclineConfirmationForm)
    # setupUi

    def retranslateUi(self, DeclineConfirmationForm):
        self.on_row.setCaption(QCoreApplication.translate("DeclineConfirmationForm", u"\u95ee\u660e\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("DeclineConfirmationForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("DeclineConfirmationForm", u"\u8bf4\u660e", None))
        pass
    # retranslateUi
