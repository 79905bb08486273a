# From forms/screens/settle_competence.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# How a dispute of competence ended.

################################################################################
## Form generated from reading UI file 'settle_competence.ui'
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

class Ui_SettleCompetenceForm(object):
    def setupUi(self, SettleCompetenceForm):
        if not SettleCompetenceForm.objectName():
            SettleCompetenceForm.setObjectName(u"SettleCompetenceForm")
        self.grid = QGridLayout(SettleCompetenceForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.ours_row = RadioRow(SettleCompetenceForm)
        self.ours_row.setObjectName(u"ours_row")
        self.ours_row.setProperty(u"path", u"ours")
        self.ours_row.setMandatory(True)

        self.grid.addWidget(self.ours_row, 0, 0, 1, 1)

        self.how_row = RadioRow(SettleCompetenceForm)
        self.how_row.setObjectName(u"how_row")
        self.how_row.setProperty(u"path", u"how")
        self.how_row.setMandatory(True)

        self.grid.addWidget(self.how_row, 0, 1, 1, 1)

        self.on_row = DayRow(SettleCompetenceForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(SettleCompetenceForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.note_row = TallRow(SettleCompetenceForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(3)

        self.grid.addWidget(self.note_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(SettleCompetenceForm)

        QMetaObject.connectSlotsByName(SettleCompetenceForm)
    # setupUi

    def retranslateUi(self, SettleCompetenceForm):
        self.ours_row.setCaption(QCoreApplication.translate("SettleCompetenceForm", u"\u7531\u8c01\u5904\u7406", None))
        self.how_row.setCaption(QCoreApplication.translate("SettleCompetenceForm", u"\u600e\u6837\u89e3\u51b3\u7684", None))
        self.on_row.setCaption(QCoreApplication.translate("SettleCompetenceForm", u"\u89e3\u51b3\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("SettleCompetenceForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("SettleCompetenceForm", u"\u8bf4\u660e", None))
        pass
    # retranslateUi
