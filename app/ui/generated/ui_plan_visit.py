# From forms/screens/plan_visit.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A visit to see whether an agreement is kept.

################################################################################
## Form generated from reading UI file 'plan_visit.ui'
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

class Ui_PlanVisitForm(object):
    def setupUi(self, PlanVisitForm):
        if not PlanVisitForm.objectName():
            PlanVisitForm.setObjectName(u"PlanVisitForm")
        self.grid = QGridLayout(PlanVisitForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(PlanVisitForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.by_row = TextRow(PlanVisitForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 0, 1, 1, 1)

        self.purpose_row = TallRow(PlanVisitForm)
        self.purpose_row.setObjectName(u"purpose_row")
        self.purpose_row.setProperty(u"path", u"purpose")
        self.purpose_row.setMandatory(True)
        self.purpose_row.setLimit(500)
        self.purpose_row.setLines(2)

        self.grid.addWidget(self.purpose_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(PlanVisitForm)

        QMetaObject.connectSlotsByName(PlanVisitForm)
    # setupUi

    def retranslateUi(self, PlanVisitForm):
        self.on_row.setCaption(QCoreApplication.translate("PlanVisitForm", u"\u56de\u8bbf\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("PlanVisitForm", u"\u56de\u8bbf\u4eba", None))
        self.purpose_row.setCaption(QCoreApplication.translate("PlanVisitForm", u"\u56de\u8bbf\u4e8b\u7531", None))
        pass
    # retranslateUi
